"""Pieces that the fuzzer puts where they do not belong."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip("\n").split("\n"))


SHARDS = (
    *_lines("""
VZCZCXRO0001
OO RUEHAG RUEHAST
DE RUEHTA #9308/01 0510929
O 200929Z FEB 09
ZNR UUUUU ZZH
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC 1
INFO NSC WASHDC
310000Z FEB 00
C O N F I D E N T I A L ASTANA 099308
UNCLAS
SECRET//NOFORN
S E C R E T SECTION 02 OF 02
SIPDIS
NOFORN
STATE FOR SCA/CEN, DRL
E.O. 12958: DECL: 1/1/19
TAGS: PGOV, OVIP (DOE, JOHN)
KFRDKIRFCVIS
TAGS:
SUBJECT:
SUBJECT: A SUBJECT
REF: A. STATE 1 B. ASTANA 2
(C) STATE 3
REFTEL: 08 RIO DE JAN 0044
1B. X 4
Classified By: A B for reasons 1.4 (b) and (d).
1. (C) Text.
11. (C) Text
¶2. (SBU) More,
13. x
-- item
(a) item
* item
a    b    c
-----
HEADING
SUMMARY:
END SUMMARY.
Comment: x
reftel
refs A and B
ref A, para 3
(09 ASTANA 308)
ASTANA 00099308  001.2 OF 002
PAGE 02 ROME 01196 01 OF 02 082030Z x
NNNN
Minister of Justice Askar Omirbek
John Doe (JD)
John Doe, Jr.
JOHN DOE
al-Doe
O'Doe
Doe (protect)
(strictly protect)
XXXXXXXXXXXX
AskarOmirbek
#### H
doe@state.sgov.gov
pdf how-to read a cable
Identifier
"""),
    "Askar\u00ad Omirbek",
    "Askar\u200bOmirbek",
    "\ufeff",
    "\u00a0",
)
"""Pieces of telegrams and of the layouts around them."""

HOSTILE = (
    *_lines("""
<script>alert(1)</script>
<img src=x onerror=alert(1)>
<!-- x
</pre>
</div>
<a href=x
{: onclick=alert(1) }
{: #body .x }
{ .x }
{{ config }}
{% raw %}
&#1;
&#x202e;
&lt;
[x](javascript:alert(1))
![x](http://other.example/x.png)
[x]: http://other.example
[^1]
[TOC]
<http://other.example>
*[HTML]: x
# x
> x
- x
1) x
: x
---
===
***x***
__x__
`x`
```
~~~
$$x$$
:smile:
klzzwxh:0001
javascript:alert(1)
=1+1
@x
' x: y
"""),
    "| a | b |\n|---|---|\n| c | d |",
    "    x",
    "  \n",
    "\\",
    "\x02klzzwxh:0\x03",
    "\x02wzxhzdk:0\x03",
)
"""Pieces that mean something to Markdown, HTML, templates or a spreadsheet."""

SHAPES = (
    "Name        Number   Place\n----        ------   -----\nOmirbek         12   Astana\nBrandt   7   Bern",
    "Budget 2007     1,350,000\nBudget 2008     1,500,000",
    "-- Askar Omirbek, Minister of Justice;\n-- Dinara Saltanat;\n-- (C) XXXXXXXXXXXX (protect).",
    "(a) first\n(b) second, see ref A",
    "MONEY MATTERS\n-------------",
)
"""Tables, lists, headings."""

ODD = (
    "\x00\x01\x02\x03\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\xa0\xad\u061c\u0130\u017f\u200b\u200e\u2028\u2029"
    "\u202e\u2066\u3000\ufb01\ufdd0\ufeff\ufffd\uffff\U0001f600\U000e0041\u0301\u00df\u00b2\u0663\uff15\u2164"
    "\u00b6\u2019"
)
"""Characters that a program is seldom tried with."""

YAML = (
    *_lines("""
*a
[
]
{
}
|
>
#
'
"
2009-99-99
2009-02-30
0x1F
.inf
1e999
0o7
~
yes
null
hide:
=
!ENV [A, B]
190:20:30
((
))
1_000
"""),
    *("%YAML 1.2\n", "---\n", "...\n", "INHERIT: x.yml\n", "protect: masked\n", "same: x\n", "\t", "  "),
    *("&a ", "!!binary ", "!!float ", "!!timestamp ", "!x ", "!ENV ", "? ", ": ", "- ", "<<: ", " (Peru)"),
    *("[" * 400, "{a: " * 300, "- " * 50),
)
"""Pieces that mean something in YAML."""

YAML_VALUES = (
    *_lines("""
2009-99-99
2009-02-30
2009-02-28
2009-01-01T25:00:00Z
190:20:30
0x1F
0b2
1_0
.inf
.nan
1e999
!!int x
!!float x
!!timestamp x
!!binary é
!!bool x
!!null x
!!str 1
!!set {a, b}
!!omap [a: b]
!!pairs [a: b]
!!map []
!!seq {}
!x y
{}
[]
[[a]]
{[a]: b}
{{a: b}: c}
? [a]
&a [*a]
&a {b: *a}
*b
null
yes
''
""
-1
0
999999999999999999999
masked
hide
'a' 'b'
[a, [b]]
{a: b}
|
>
!ENV X
!ENV [A]
!ENV {a: b}
!ENV [[a]]
!relative x
<<
=
'(Peru)'
()
'Umarov ()'
x (y)(z)
- a
mailto:x
a:b
"""),
    *(
        "'\\ud800'",
        '"\\ud800"',
        '"A\\ud800"',
        '"\\0"',
        '"a\\nb"',
        "\u00a0",
        "\u2028",
        "x" * 300,
        f"{'[' * 600}{']' * 600}",
    ),
)
"""Values that YAML takes for something else than text, or that no option has."""

VALUES: tuple[object, ...] = (
    *_lines("""
x
../x
/
<b>
=1+1
09ASTANA90001
66X1
para-1
2009-02-20T09:29:00Z
0001-01-01T00:00:00Z
9999-12-31T23:59:59Z
2009-02-20
a-b
U
"""),
    *("", " ", "a\nb", "\x00", "\u202e", "x" * 300, None, True, 0, -1, 1, 7, 10**6, 10**30, -(10**9), 1.5),
    *([], {}, [None], ["x"], [1], {"x": 1}),
)
"""What stands in a forged record where something else should."""

"""An example of use for each kind of file; ``tests/export/test_examples.py`` runs every one of them.

Python examples need nothing but Python; they are run in the folder of the downloads.
"""

from typing import Final

EXAMPLES: Final = {
    "cables.csv": """\
# The ten posts that sent most
import collections, csv
with open("cables.csv", encoding="utf-8", newline="") as file:
    posts = collections.Counter(row["post"] for row in csv.DictReader(file))
print(posts.most_common(10))
""",
    "paragraphs.csv": """\
# Every summary, with the number of its cable
import csv
with open("paragraphs.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        if row["section"] == "summary":
            print(row["key"], row["text"])
""",
    "cables.jsonl": """\
# Whom each cable names, with the roles that it gives
import json
with open("cables.jsonl", encoding="utf-8") as file:
    for line in file:
        cable = json.loads(line)
        print(cable["id"], {person["name"]: person["roles"] for person in cable["people"]})
""",
    "notes.jsonl": """\
# What the editors wrote on which cable
import json
with open("notes.jsonl", encoding="utf-8") as file:
    for line in file:
        note = json.loads(line)
        if note["subject"] == "cable":
            print(note["about"], note.get("paragraph", ""), note["text"])
""",
    "cables.db": """\
-- Cables that speak of energy, the best first
-- (datasette cables.db shows the same in a browser)
SELECT key, date, cables.subject
FROM cables_fts JOIN cables ON cables.rowid = cables_fts.rowid
WHERE cables_fts MATCH 'energy' ORDER BY rank LIMIT 20;
""",
    "references.graphml": """\
# The cables that are cited most
import collections
import xml.etree.ElementTree as ET
edges = ET.parse("references.graphml").iter("{http://graphml.graphdrawing.org/xmlns}edge")
print(collections.Counter(edge.get("target") for edge in edges).most_common(10))
""",
    "people.gexf": """\
# Who is named with whom most often
import xml.etree.ElementTree as ET
edges = ET.parse("people.gexf").iter("{http://gexf.net/1.3}edge")
strongest = sorted(edges, key=lambda edge: -float(edge.get("weight")))
for edge in strongest[:10]:
    print(edge.get("source"), edge.get("target"), edge.get("weight"))
""",
    "tei.zip": """\
# Sender and day of each letter, as correspDesc has them
import xml.etree.ElementTree as ET
import zipfile
TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
with zipfile.ZipFile("tei.zip") as archive:
    for name in archive.namelist():
        sent = ET.fromstring(archive.read(name)).find(".//tei:correspAction[@type='sent']", TEI)
        sender, day = sent.findtext("tei:orgName", namespaces=TEI), sent.find("tei:date", TEI)
        print(name, sender, None if day is None else day.get("when"))
""",
    "datapackage.json": """\
# Whether the files came whole: size and digest of each
import hashlib, json, pathlib
for resource in json.loads(pathlib.Path("datapackage.json").read_text(encoding="utf-8"))["resources"]:
    digest = hashlib.sha256(pathlib.Path(resource["path"]).read_bytes()).hexdigest()
    assert resource["hash"] == f"sha256:{digest}", resource["path"]
""",
}
"""By the file that an example begins with."""

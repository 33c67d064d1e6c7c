-- PostgreSQL database dump

COPY public.cables (id, refid, date, origin, classification, subject, tags, body) FROM stdin;
1	09ROME308	2009-02-20 09:29:00	Embassy Rome	UNCLASSIFIED	THE WEATHER IN ROME	PGOV,PREL,IT	1. (U) It rained, and nobody came.\n\nBRANDT
\.

-- Where eight segments that follow one another are full, the lists of each pair are put together: the row with segment
-- -1 - n holds the sentences of block n, from n * 8 * 65,536 on. `merged`: how many blocks were put together.
INSERT INTO settings VALUES ('merged', '0');

-- A search among the deleted links fetched every link that has the word and then left out nearly all of them, or walked the deleted
-- ones, each on a page of the table of its own. This has the same columns as "links_search", for the deleted ones alone.
CREATE INDEX "deleted_links_search" ON "links" USING GIN (
    ("merchant_id"::text || extract(day FROM date_bin('3 days', "created_at", timestamptz '2000-01-01Z') - timestamptz '2000-01-01Z')::text),
    (array_remove(ARRAY[
        CASE WHEN octet_length("search_digits") >= 4 THEN substr("search_digits", 1, 4) END, CASE WHEN octet_length("search_digits") >= 6 THEN substr("search_digits", 3, 4) END, CASE WHEN octet_length("search_digits") >= 8 THEN substr("search_digits", 5, 4) END,
        CASE WHEN octet_length("search_digits") >= 10 THEN substr("search_digits", 7, 4) END, CASE WHEN octet_length("search_digits") >= 12 THEN substr("search_digits", 9, 4) END, CASE WHEN octet_length("search_digits") >= 14 THEN substr("search_digits", 11, 4) END,
        CASE WHEN octet_length("search_digits") >= 16 THEN substr("search_digits", 13, 4) END, CASE WHEN octet_length("search_digits") >= 18 THEN substr("search_digits", 15, 4) END, CASE WHEN octet_length("search_digits") >= 20 THEN substr("search_digits", 17, 4) END,
        CASE WHEN octet_length("search_digits") >= 22 THEN substr("search_digits", 19, 4) END, CASE WHEN octet_length("search_digits") >= 24 THEN substr("search_digits", 21, 4) END, CASE WHEN octet_length("search_digits") >= 26 THEN substr("search_digits", 23, 4) END,
        CASE WHEN octet_length("search_digits") >= 28 THEN substr("search_digits", 25, 4) END, CASE WHEN octet_length("search_digits") >= 30 THEN substr("search_digits", 27, 4) END, CASE WHEN octet_length("search_digits") >= 32 THEN substr("search_digits", 29, 4) END,
        CASE WHEN octet_length("search_digits") >= 34 THEN substr("search_digits", 31, 4) END, CASE WHEN octet_length("search_digits") >= 36 THEN substr("search_digits", 33, 4) END, CASE WHEN octet_length("search_digits") >= 38 THEN substr("search_digits", 35, 4) END,
        CASE WHEN octet_length("search_digits") >= 40 THEN substr("search_digits", 37, 4) END, CASE WHEN octet_length("search_digits") >= 42 THEN substr("search_digits", 39, 4) END, CASE WHEN octet_length("search_digits") >= 44 THEN substr("search_digits", 41, 4) END,
        CASE WHEN octet_length("search_digits") >= 46 THEN substr("search_digits", 43, 4) END, CASE WHEN octet_length("search_digits") >= 48 THEN substr("search_digits", 45, 4) END, CASE WHEN octet_length("search_digits") >= 50 THEN substr("search_digits", 47, 4) END,
        CASE WHEN octet_length("search_digits") >= 52 THEN substr("search_digits", 49, 4) END,
        CASE WHEN octet_length("search_digits") > 53 THEN '+' END
    ], NULL)),
    "search_text" gin_trgm_ops,
    "merchant_id"
) WHERE "deleted_at" IS NOT NULL;

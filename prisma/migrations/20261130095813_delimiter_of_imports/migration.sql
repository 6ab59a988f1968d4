-- What parts the cells of a file of links: its result file is written alike.
ALTER TABLE "link_imports" ADD COLUMN     "delimiter" CHAR(1) NOT NULL DEFAULT ',';
ALTER TABLE "link_imports" ADD CONSTRAINT "link_imports_delimiter" CHECK ("delimiter" IN (',', ';', E'\t'));

-- Who answers for a need, as the list that brought it says: words to be shown, and no claim of an item.
ALTER TABLE "request" ADD COLUMN "responsible" TEXT;
-- reports: what was needed in a week; like history, requests are written in the order of time
CREATE INDEX "request_by_time" ON "request" USING BRIN ("at");

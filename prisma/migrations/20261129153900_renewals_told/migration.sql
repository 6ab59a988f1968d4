-- The history tells what opening a link again changed, so that it can be taken back.
ALTER TABLE "link_events" DROP CONSTRAINT "link_events_changes",
    ADD CONSTRAINT "link_events_changes" CHECK ("changes" IS NULL OR ("type" IN ('edited', 'renewed') AND jsonb_typeof("changes") = 'array'));

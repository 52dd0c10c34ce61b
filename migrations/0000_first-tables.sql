CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`urgency` integer NOT NULL,
	`rule` text,
	`status` text NOT NULL,
	`opened_at_ms` integer NOT NULL,
	`called_at_ms` integer NOT NULL,
	`claimed_by` text,
	`claimed_at_ms` integer,
	`resolved_at_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open_of_patient` ON `cases` (`patient_id`) WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`status`,`urgency`,`opened_at_ms`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`patient_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`sealed_state` text NOT NULL,
	`updated_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`event_id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`sealed_messages` text NOT NULL,
	`sealed_reply_token` text,
	`reply_token_expires_at_ms` integer NOT NULL,
	`retry_key` text NOT NULL,
	`status` text NOT NULL,
	`way` text,
	`sent_at_ms` integer
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text,
	`type` text NOT NULL,
	`sealed_payload` text,
	`line_message_id` text,
	`occurred_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`status` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`leased_until_ms` integer NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `events_open` ON `events` (`status`,`leased_until_ms`);--> statement-breakpoint
CREATE INDEX `events_by_line_message` ON `events` (`line_message_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`event_id` text NOT NULL,
	`direction` text NOT NULL,
	`line_message_id` text,
	`sealed_content` text,
	`route` text,
	`rule` text,
	`passage_ids` text,
	`confidence` real,
	`knowledge_version` text,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_of_patient` ON `messages` (`patient_id`,`at_ms`);--> statement-breakpoint
CREATE INDEX `messages_by_line_id` ON `messages` (`line_message_id`);--> statement-breakpoint
CREATE INDEX `messages_of_event` ON `messages` (`event_id`);--> statement-breakpoint
CREATE TABLE `patients` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed_user_id` text NOT NULL,
	`first_seen_at_ms` integer NOT NULL,
	`blocked_at_ms` integer
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`passage_id` text NOT NULL,
	`helpful` integer NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ratings_of_passage` ON `ratings` (`passage_id`);
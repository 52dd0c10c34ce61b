CREATE TABLE `case_records` (
	`case_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`opened_at_ms` integer NOT NULL,
	PRIMARY KEY(`case_id`, `question`, `answer`)
);
--> statement-breakpoint
CREATE INDEX `case_records_counted` ON `case_records` (`question`,`answer`,`opened_at_ms`);--> statement-breakpoint
CREATE INDEX `case_records_answered` ON `case_records` (`question`,`opened_at_ms`,`case_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`note_id` text NOT NULL,
	`case_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`seen_at_ms` integer,
	PRIMARY KEY(`note_id`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `mentions_of_staff` ON `mentions` (`staff_id`,`seen_at_ms`,`at_ms`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`sealed_text` text NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notes_of_case` ON `notes` (`case_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`case_id` text NOT NULL,
	`question` text NOT NULL,
	`step` integer NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`case_id`, `question`)
);
--> statement-breakpoint
CREATE INDEX `survey_answers_counted` ON `survey_answers` (`question`,`step`,`at_ms`);--> statement-breakpoint
CREATE TABLE `survey_comments` (
	`case_id` text PRIMARY KEY NOT NULL,
	`sealed_text` text NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `survey_comments_by_time` ON `survey_comments` (`at_ms`);--> statement-breakpoint
CREATE TABLE `tallies` (
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`kind`, `key`, `day`)
);
--> statement-breakpoint
CREATE INDEX `tallies_counted` ON `tallies` (`kind`,`key`,`day`,`n`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`staff_id` text,
	`action` text NOT NULL,
	`case_id` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at_ms`);--> statement-breakpoint
CREATE INDEX `audit_of_staff` ON `audit` (`staff_id`,`at_ms`);--> statement-breakpoint
CREATE INDEX `audit_of_case` ON `audit` (`case_id`,`at_ms`);--> statement-breakpoint
CREATE INDEX `audit_of_action` ON `audit` (`action`,`at_ms`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`updated_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`first_at_ms` integer NOT NULL,
	`locked_until_ms` integer
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`two_factor_enabled` integer,
	`disabled_at_ms` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_accounts_of_user` ON `staff_accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_invitations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`used_at_ms` integer
);
--> statement-breakpoint
CREATE INDEX `staff_invitations_of_staff` ON `staff_invitations` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_second_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer,
	`failed_verification_count` integer,
	`locked_until` integer
);
--> statement-breakpoint
CREATE INDEX `staff_second_factors_of_user` ON `staff_second_factors` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sessions_token_unique` ON `staff_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `staff_sessions_of_user` ON `staff_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_verifications_by_identifier` ON `staff_verifications` (`identifier`);--> statement-breakpoint
ALTER TABLE `cases` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `patient_wrote_at_ms` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `seen_at_ms` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `first_answered_at_ms` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `last_answered_at_ms` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `answered_in_time` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `follow_up_on` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `sealed_reply_token` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `reply_token_expires_at_ms` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `survey_sent_at_ms` integer;--> statement-breakpoint
CREATE INDEX `cases_of_patient` ON `cases` (`patient_id`,`opened_at_ms`);--> statement-breakpoint
CREATE INDEX `cases_of_counselor` ON `cases` (`claimed_by`,`status`,`opened_at_ms`);--> statement-breakpoint
CREATE INDEX `cases_opened` ON `cases` (`opened_at_ms`,`urgency`,`first_answered_at_ms`,`answered_in_time`);--> statement-breakpoint
CREATE INDEX `cases_follow_up` ON `cases` (`follow_up_on`) WHERE follow_up_on is not null;--> statement-breakpoint
CREATE INDEX `cases_surveyed` ON `cases` (`survey_sent_at_ms`) WHERE survey_sent_at_ms is not null;--> statement-breakpoint
ALTER TABLE `messages` ADD `topic` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `staff_id` text;--> statement-breakpoint
CREATE INDEX `messages_of_topic` ON `messages` (`topic`,`at_ms`) WHERE direction = 'in' and topic is not null;--> statement-breakpoint
CREATE INDEX `messages_unanswered` ON `messages` (`at_ms`) WHERE direction = 'in' and route = 'unclear';--> statement-breakpoint
CREATE INDEX `ratings_negative` ON `ratings` (`at_ms`) WHERE helpful = 0;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log cannot be changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_removed` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log cannot be removed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_replaced` BEFORE INSERT ON `audit` WHEN EXISTS (SELECT 1 FROM `audit` WHERE `id` = NEW.`id` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'the audit log cannot be changed'); END;
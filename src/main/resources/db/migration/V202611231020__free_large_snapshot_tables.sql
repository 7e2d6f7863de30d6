-- Each foreign key was checked row by row and had an index of its own in H2: a third of the time of storing a user.
-- Only a scan's fenced writer writes these rows, and they are removed by name, in batches (ADR 084).
alter table snapshot_user drop constraint snapshot_user_scan_fk;
alter table snapshot_path drop constraint snapshot_path_scan_fk;
alter table snapshot_service_use drop constraint snapshot_service_use_scan_fk;
alter table snapshot_app_use drop constraint snapshot_app_use_scan_fk;
alter table snapshot_activation drop constraint snapshot_activation_scan_fk;
alter table snapshot_mailbox drop constraint snapshot_mailbox_scan_fk;
alter table snapshot_one_drive drop constraint snapshot_one_drive_scan_fk;
alter table snapshot_teams_use drop constraint snapshot_teams_use_scan_fk;
alter table snapshot_mail_use drop constraint snapshot_mail_use_scan_fk;
alter table snapshot_share_point_use drop constraint snapshot_share_point_use_scan_fk;
alter table snapshot_copilot_use drop constraint snapshot_copilot_use_scan_fk;
alter table snapshot_device drop constraint snapshot_device_scan_fk;
alter table snapshot_app_protection drop constraint snapshot_app_protection_scan_fk;
alter table snapshot_role_member drop constraint snapshot_role_member_scan_fk;
alter table snapshot_app_sign_in drop constraint snapshot_app_sign_in_scan_fk;
alter table snapshot_disabling drop constraint snapshot_disabling_scan_fk;

-- What a user gets instead of a seat: the remedy and its impact follow from it. Null in rows of older versions.
alter table finding_seat add column replacements varchar(1000);

-- What the findings about people add up to, by department; an empty name is that of people without one.
create table department_line (
  evaluation_id bigint not null constraint department_line_evaluation_fk references evaluation (id) on delete cascade,
  department varchar(256) not null,
  people integer not null,
  saving numeric(19, 4) not null,
  review numeric(19, 4) not null,
  constraint department_line_pk primary key (evaluation_id, department)
);

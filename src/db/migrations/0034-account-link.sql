-- The clerk says which councillor or member of the college an account is, takes it back, and sees what was said when.

create table council.person_account_history (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  account_id text not null,
  account_name text not null,
  person_id integer not null,
  step text not null check (step in ('link', 'unlink')),
  moved_at timestamptz not null,
  actor_id text,
  actor_name text not null,
  primary key (municipality, id),
  foreign key (municipality, person_id) references council.person
);
comment on table council.person_account_history is 'Desk. Who said that an account is this councillor or member of the college, or took it back; only ever added. What was said before this version is not in it.';
comment on column council.person_account_history.account_name is 'The name of the account at the time.';
alter table council.person_account_history enable row level security;
alter table council.person_account_history force row level security;
grant select, insert on council.person_account_history to schakel_desk;
create policy desk on council.person_account_history to schakel_desk
  using (municipality = council.current_municipality()) with check (municipality = council.current_municipality());
grant delete on council.person_account to schakel_desk;

-- A letter that the college takes back stays readable; it no longer counts.

alter table council.letter add column withdrawn_on date;
comment on column council.letter.withdrawn_on is 'Its claims no longer count from this day; the letter stays readable.';

create table council.letter_withdrawal (
  municipality text not null,
  id integer generated always as identity,
  letter_id integer not null,
  step text not null check (step in ('withdraw', 'restore')),
  moved_on date not null,
  moved_at timestamptz not null,
  by_role text not null,
  reason text,
  primary key (municipality, id),
  foreign key (municipality, letter_id) references council.letter,
  check (step <> 'withdraw' or reason is not null)
);
create index letter_withdrawal_letter on council.letter_withdrawal (municipality, letter_id, id);
comment on table council.letter_withdrawal is 'Public. That a letter was withdrawn, or that this was taken back, only ever added.';
comment on column council.letter_withdrawal.reason is 'Public: stands above the letter.';

create table council.letter_withdrawal_detail (
  municipality text not null,
  withdrawal_id integer not null,
  actor_id text,
  actor_name text not null,
  effects jsonb not null,
  primary key (municipality, withdrawal_id),
  foreign key (municipality, withdrawal_id) references council.letter_withdrawal
);
comment on table council.letter_withdrawal_detail is 'Desk. Who withdrew a letter, and the commitments and matters that moved with it, at the version they then had: what an undo takes back.';

do $$
declare
  t text;
begin
  foreach t in array array['letter_withdrawal', 'letter_withdrawal_detail'] loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
  end loop;
  grant select on council.letter_withdrawal to schakel_public;
  create policy visitor on council.letter_withdrawal for select to schakel_public
    using (exists (select from council.letter l where l.municipality = letter_withdrawal.municipality and l.id = letter_withdrawal.letter_id and l.published_at is not null));
end
$$;

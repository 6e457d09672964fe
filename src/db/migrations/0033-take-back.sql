-- Taking back what is no decision: merging two motions, registering a document, importing a list. While one of these runs, every row that it
-- changes is noted; taking it back puts those rows back, newest first. The history of what was done and taken back stays.

create table council.change_set (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  kind text not null check (kind in ('merge', 'registration', 'import')),
  subject integer not null,
  made_at timestamptz not null,
  actor_id text,
  actor_name text not null,
  taken_back_at timestamptz,
  taken_back_by text,
  taken_back_by_name text,
  reason text,
  primary key (municipality, id),
  check ((taken_back_at is null) = (taken_back_by_name is null)),
  check (taken_back_at is null or reason is not null)
);
create index change_set_subject on council.change_set (municipality, kind, subject, id desc);
comment on table council.change_set is 'Desk. One step that changed many rows and can be taken back: who took it, and who took it back, when and why.';
comment on column council.change_set.subject is 'The motion that was merged into another, the document that was registered, or the list that was imported.';

create table council.change (
  municipality text not null,
  nth bigint generated always as identity,
  set_id integer not null,
  table_name text not null,
  before jsonb,
  after jsonb,
  primary key (municipality, nth),
  foreign key (municipality, set_id) references council.change_set,
  check (before is not null or after is not null)
);
create index change_set_order on council.change (municipality, set_id, nth desc);
comment on table council.change is 'Desk. A row as it was before and after one change of a set, in the order of the changes.';
comment on column council.change.before is 'Empty: the row was added. Text of pages and cells of lists, which no such step changes, is left out.';
comment on column council.change.after is 'Empty: the row went.';

create function council.note_change() returns trigger
  language plpgsql as $$
begin
  insert into council.change (municipality, set_id, table_name, before, after) values (
    council.current_municipality(),
    current_setting('schakel.change_set')::integer,
    tg_table_name,
    case when tg_op <> 'INSERT' then to_jsonb(old) - 'pages' - 'cells' end,
    case when tg_op <> 'DELETE' then to_jsonb(new) - 'pages' - 'cells' end);
  return null;
end
$$;
comment on function council.note_change() is 'Notes a changed row in the set that is open in this transaction.';
revoke all on function council.note_change() from public;
grant execute on function council.note_change() to schakel_desk;

create function council.taking_back(of_municipality text) returns boolean
  language sql stable parallel safe
  return exists (
    select from council.change_set
    where municipality = of_municipality and taken_back_at is null
      and id = nullif(current_setting('schakel.taking_back', true), '')::integer);
comment on function council.taking_back(text) is 'Whether this transaction takes back a set of changes, so that rows which that set added may go.';

create table council.motion_parting (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  into_id integer not null,
  merged_at timestamptz not null,
  merged_on date not null,
  merged_by_role text not null,
  parted_at timestamptz not null,
  parted_on date not null,
  by_role text not null,
  reason text not null check (reason <> ''),
  primary key (municipality, id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, into_id) references council.motion
);
create index motion_parting_motion on council.motion_parting (municipality, motion_id);
create index motion_parting_into on council.motion_parting (municipality, into_id);
comment on table council.motion_parting is 'Public. That a merge of two motions was taken back, only ever added.';
comment on column council.motion_parting.reason is 'Public: stands in the course of both motions.';

create table council.motion_parting_detail (
  municipality text not null,
  parting_id integer not null,
  set_id integer not null,
  primary key (municipality, parting_id),
  foreign key (municipality, parting_id) references council.motion_parting,
  foreign key (municipality, set_id) references council.change_set
);
comment on table council.motion_parting_detail is 'Desk. The set of changes that was taken back, which names who merged and who parted.';

alter table council.motion_merge_detail
  add column set_id integer,
  add column joined integer[] not null default '{}',
  add column last_step integer,
  add foreign key (municipality, set_id) references council.change_set;
comment on column council.motion_merge_detail.set_id is 'What the merge changed; empty for merges of before this version, which cannot be taken back.';
comment on column council.motion_merge_detail.joined is 'Matters that stand for one of each motion since.';
comment on column council.motion_merge_detail.last_step is 'The last step of any matter when they were merged; what came later has a higher number.';

-- Who follows what is no part of a set: whoever stops is removed wholly.
create table council.follow_merge (
  municipality text not null,
  follow_id integer not null,
  motion_id integer not null,
  own_confirmed_at timestamptz,
  twin_id integer,
  twin_token_hash bytea,
  twin_asked_at timestamptz,
  twin_confirmed_at timestamptz,
  primary key (municipality, follow_id, motion_id),
  foreign key (municipality, follow_id) references council.follow on delete cascade,
  foreign key (municipality, motion_id) references council.motion,
  check ((twin_id is null) = (twin_token_hash is null)),
  check ((twin_id is null) = (twin_asked_at is null))
);
create index follow_merge_motion on council.follow_merge (municipality, motion_id);
comment on table council.follow_merge is 'Desk. Which motion a follower followed before it was merged into the one that they follow now; goes when they stop.';
comment on column council.follow_merge.twin_id is 'Where they followed both: what was theirs of the merged motion.';
comment on column council.follow_merge.own_confirmed_at is 'When they had confirmed to follow the motion that stays.';

do $$
declare
  t text;
  noted constant text[] := array['motion', 'motion_identifier', 'motion_submitter', 'motion_vote', 'motion_proposal', 'clause', 'request',
    'request_part', 'document_motion', 'letter', 'letter_contact', 'letter_topic', 'letter_motion', 'settlement_claim',
    'settlement_claim_request', 'commitment', 'commitment_letter', 'commitment_motion', 'commitment_history', 'commitment_history_detail',
    'commitment_relation', 'published_document', 'matter', 'matter_official', 'matter_history', 'matter_history_detail',
    'settlement_proposal', 'settlement_evidence', 'settlement_commitment', 'settlement_objection', 'settlement_decision',
    'motion_correction', 'motion_correction_detail', 'council_list_line', 'letter_out_motion', 'import_row', 'imported_motion',
    'imported_fields', 'motion_merge'];
  -- Rows that only a registration or an import adds: they go only when that is taken back.
  removable constant text[] := array['motion', 'letter', 'letter_contact', 'letter_topic', 'settlement_claim', 'commitment',
    'commitment_letter', 'commitment_history', 'commitment_history_detail', 'published_document', 'settlement_proposal',
    'settlement_evidence', 'settlement_decision', 'motion_merge', 'motion_merge_detail'];
begin
  foreach t in array array['change_set', 'change', 'motion_parting', 'motion_parting_detail', 'follow_merge'] loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
  end loop;
  foreach t in array noted loop
    execute format(
      'create trigger note_change after insert or update or delete on council.%I for each row when (nullif(current_setting(''schakel.change_set'', true), '''') is not null) execute function council.note_change()',
      t);
  end loop;
  foreach t in array removable loop
    execute format('grant delete on council.%I to schakel_desk', t);
    execute format(
      'create policy taken_back on council.%I as restrictive for delete to schakel_desk using (council.taking_back(municipality))', t);
  end loop;
  foreach t in array array['clause', 'request', 'request_part', 'motion_submitter', 'motion_vote', 'motion_proposal', 'letter_motion',
    'commitment_motion', 'document_motion', 'letter_out_motion', 'matter', 'matter_history', 'imported_motion', 'imported_fields'] loop
    execute format(
      'alter policy of_merged on council.%I using (council.is_merged(municipality, motion_id) or council.taking_back(municipality))', t);
  end loop;
end
$$;
revoke all on function council.taking_back(text) from public;
grant execute on function council.taking_back(text) to schakel_desk;
grant update (taken_back_at, taken_back_by, taken_back_by_name, reason) on council.change_set to schakel_desk;
grant update (follow_id), delete on council.follow_merge to schakel_desk;
grant select on council.motion_parting to schakel_public;
create policy visitor on council.motion_parting for select to schakel_public
  using (exists (select from council.motion m where m.municipality = motion_parting.municipality and m.id = motion_parting.motion_id and m.published_at is not null)
    or exists (select from council.motion m where m.municipality = motion_parting.municipality and m.id = motion_parting.into_id and m.published_at is not null));

alter policy of_merged on council.matter_official
  using (council.taking_back(municipality) or exists (
    select from council.matter m
    where m.municipality = matter_official.municipality and m.id = matter_official.matter_id and council.is_merged(m.municipality, m.motion_id)));
alter policy of_merged on council.matter_history_detail
  using (council.taking_back(municipality) or exists (
    select from council.matter_history h
    where h.municipality = matter_history_detail.municipality and h.id = matter_history_detail.history_id
      and council.is_merged(h.municipality, h.motion_id)));
alter policy of_merged on council.settlement_claim_request
  using (council.taking_back(municipality) or exists (
    select from council.request r
    where r.municipality = settlement_claim_request.municipality and r.id = settlement_claim_request.request_id
      and council.is_merged(r.municipality, r.motion_id)));

-- Two courses of one request: the one that stands takes the place of the other, which stays with the merged motion, readable for everyone.
alter table council.matter
  add column aside_for integer,
  add foreign key (municipality, aside_for) references council.matter,
  add check (aside_for <> id),
  drop constraint matter_municipality_request_id_part_id_key,
  add constraint matter_place unique nulls not distinct (municipality, request_id, part_id) deferrable initially immediate;
create index matter_aside on council.matter (municipality, aside_for) where aside_for is not null;
comment on column council.matter.aside_for is 'The matter whose course stands instead of this one, since two motions were merged; nothing happens with this one any more.';
do $$
declare
  t text;
begin
  foreach t in array array['request', 'request_part', 'matter', 'matter_history', 'settlement_proposal', 'settlement_evidence',
    'settlement_commitment', 'settlement_objection', 'settlement_decision'] loop
    execute format(
      'create policy visitor_of_merged on council.%1$I for select to schakel_public using (exists (select from council.motion_merge g where g.municipality = %1$I.municipality and g.motion_id = %1$I.motion_id))',
      t);
  end loop;
end
$$;

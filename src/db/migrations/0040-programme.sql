-- The action programme: pillars, actions, milestones, indicators, money, and how they fare. Every row keeps its history; nothing is deleted.
-- Who did what by name is in tables of its own that no visitor reads. A programme becomes public when it is adopted.

create schema programme;

create table programme.programme (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  summary text,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'draft' check (state in ('draft', 'adopted', 'succeeded', 'ended', 'dropped')),
  adopted_on date,
  succeeds integer,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  unique (municipality, slug),
  foreign key (municipality, succeeds) references programme.programme,
  check (ends_on >= starts_on),
  check ((state in ('draft', 'dropped')) or adopted_on is not null)
);
comment on table programme.programme is 'Public once adopted. An action programme of a municipality.';
comment on column programme.programme.succeeds is 'The programme that this one comes after.';
comment on column programme.programme.version is 'Counts steps; a change on an older version is merged field by field.';

create table programme.pillar (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  position integer not null,
  kind text not null check (kind in ('prevention', 'combating', 'protection', 'chain', 'other')),
  name text not null check (name <> ''),
  aim text,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme
);
create index pillar_programme on programme.pillar (municipality, programme_id);
comment on table programme.pillar is 'Public once adopted. A part of a programme: prevention, combating, protection of victims, chain cooperation, or another name.';

create table programme.action (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  pillar_id integer not null,
  number text not null check (number <> ''),
  title text not null check (title <> ''),
  description text,
  state text not null default 'planned' check (state in ('planned', 'running', 'done', 'stopped')),
  starts_on date,
  ends_on date,
  ended_on date,
  portfolio_holder_id integer,
  partners text[] not null default '{}',
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, pillar_id) references programme.pillar,
  foreign key (municipality, portfolio_holder_id) references council.person,
  check (ends_on >= starts_on),
  check ((state in ('done', 'stopped')) = (ended_on is not null))
);
create index action_programme on programme.action (municipality, programme_id);
create index action_pillar on programme.action (municipality, pillar_id);
comment on table programme.action is 'Public once adopted. What is done within a pillar, by whom, from when to when.';
comment on column programme.action.number is 'As people call it, such as 2.3.';
comment on column programme.action.ended_on is 'The day it was done or stopped.';
comment on column programme.action.partners is 'Organisations, never persons.';

create table programme.action_owner (
  municipality text not null,
  action_id integer not null,
  account_id text,
  name text,
  primary key (municipality, action_id),
  foreign key (municipality, action_id) references programme.action,
  check (account_id is null or name is not null)
);
create index action_owner_account on programme.action_owner (municipality, account_id);
comment on table programme.action_owner is 'Desk. The civil servant who carries an action: never public. Empty name: nobody.';

create table programme.money (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  action_id integer,
  year integer not null check (year between 1990 and 2200),
  budget_cents bigint check (budget_cents >= 0),
  committed_cents bigint check (committed_cents >= 0),
  spent_cents bigint check (spent_cents >= 0),
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  unique nulls not distinct (municipality, programme_id, action_id, year),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, action_id) references programme.action,
  check (spent_cents is null or committed_cents is null or spent_cents <= committed_cents)
);
create index money_action on programme.money (municipality, action_id);
comment on table programme.money is 'Public once adopted. Money of a year in euro cents: of an action, or (without one) the frame of the whole programme. Empty: unknown.';

create table programme.dependency (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  action_id integer not null,
  needs_id integer not null,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  unique (municipality, action_id, needs_id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, action_id) references programme.action,
  foreign key (municipality, needs_id) references programme.action,
  check (action_id <> needs_id)
);
create index dependency_programme on programme.dependency (municipality, programme_id);
create index dependency_needs on programme.dependency (municipality, needs_id);
comment on table programme.dependency is 'Public once adopted. An action that can only be done after another; never in a circle.';

create table programme.risk (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  action_id integer not null,
  text text not null check (text <> ''),
  chance text not null check (chance in ('low', 'middle', 'high', 'unknown')),
  effect text not null check (effect in ('low', 'middle', 'high', 'unknown')),
  measure text,
  state text not null default 'open' check (state in ('open', 'happened', 'past')),
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, action_id) references programme.action
);
create index risk_action on programme.risk (municipality, action_id);
comment on table programme.risk is 'Public once adopted. What may keep an action from being done, and what is done about it.';

create table programme.source (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  document_id integer not null,
  kind text not null check (kind in ('coalition-agreement', 'safety-plan', 'care-policy', 'other')),
  title text not null check (title <> ''),
  dated date,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  unique (municipality, document_id),
  foreign key (municipality, document_id) references council.published_document
);
comment on table programme.source is 'Public. A framework document whose ambitions a programme serves.';

create table programme.ambition (
  municipality text not null,
  id integer generated always as identity,
  source_id integer not null,
  text text not null check (text <> ''),
  at jsonb not null,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, source_id) references programme.source
);
create index ambition_source on programme.ambition (municipality, source_id);
comment on table programme.ambition is 'Public. A passage of a framework document that says what is to be reached.';
comment on column programme.ambition.text is 'Redacted words of the document.';

create table programme.served (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  action_id integer,
  kind text not null check (kind in ('matter', 'commitment', 'ambition')),
  matter_id integer,
  commitment_id integer,
  ambition_id integer,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  unique nulls not distinct (municipality, programme_id, action_id, matter_id, commitment_id, ambition_id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, action_id) references programme.action,
  foreign key (municipality, matter_id) references council.matter,
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, ambition_id) references programme.ambition,
  check ((kind = 'matter') = (matter_id is not null)),
  check ((kind = 'commitment') = (commitment_id is not null)),
  check ((kind = 'ambition') = (ambition_id is not null))
);
create index served_programme on programme.served (municipality, programme_id);
create index served_action on programme.served (municipality, action_id);
create index served_matter on programme.served (municipality, matter_id);
create index served_commitment on programme.served (municipality, commitment_id);
create index served_ambition on programme.served (municipality, ambition_id);
comment on table programme.served is 'Public once adopted. What an action (or, without one, the programme itself) is for: a matter of the council, a commitment, an ambition.';

create table programme.milestone (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  action_id integer not null,
  title text not null check (title <> ''),
  due_on date,
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  reached_on date,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, action_id) references programme.action,
  check ((state = 'reached') = (reached_on is not null))
);
create index milestone_action on programme.milestone (municipality, action_id);
create index milestone_due on programme.milestone (municipality, due_on) where state = 'open' and not removed;
comment on table programme.milestone is 'Public once adopted. Something that can be seen to have happened. Empty due_on: no day agreed.';

create table programme.indicator (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  pillar_id integer,
  action_id integer,
  name text not null check (name <> ''),
  definition text not null check (definition <> ''),
  unit text not null check (unit <> ''),
  counts text not null check (counts in ('events', 'money', 'share', 'things')),
  event_kind text,
  direction text not null check (direction in ('up', 'down', 'hold')),
  decimals integer not null default 0 check (decimals between 0 and 3),
  baseline numeric,
  baseline_on date,
  target numeric,
  target_on date,
  source text not null,
  certainty text not null check (certainty in ('counted', 'sampled', 'estimated', 'unknown')),
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, pillar_id) references programme.pillar,
  foreign key (municipality, action_id) references programme.action,
  check ((baseline is null) = (baseline_on is null)),
  check (target is not null or target_on is null),
  check ((event_kind is not null) = (counts = 'events'))
);
create index indicator_programme on programme.indicator (municipality, programme_id);
comment on table programme.indicator is 'Public once adopted. What is counted, in which unit, from where to where. Counts events and things, never persons.';
comment on column programme.indicator.event_kind is 'A key of rules/programme/events.json.';
comment on column programme.indicator.source is 'Who counts, in words.';

create table programme.series (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  format text not null check (format in ('csv', 'json-stat')),
  bytes bytea not null,
  dated date,
  brought_at timestamptz not null,
  primary key (municipality, id)
);
comment on table programme.series is 'Desk. A file with figures, exactly as it was brought.';

create table programme.value (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  indicator_id integer not null,
  period_start date not null,
  period_end date not null,
  value numeric not null,
  kind text not null check (kind in ('count', 'series', 'published')),
  document_id integer,
  at jsonb,
  quotation text,
  series_id integer,
  series_name text,
  source_on date,
  certainty text not null check (certainty in ('counted', 'sampled', 'estimated', 'unknown')),
  note text,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, indicator_id) references programme.indicator,
  foreign key (municipality, document_id) references council.published_document,
  foreign key (municipality, series_id) references programme.series,
  check (period_end >= period_start),
  check ((kind = 'series') = (series_id is not null)),
  check (kind <> 'count' or document_id is not null)
);
create unique index value_period on programme.value (municipality, indicator_id, period_start, period_end) where not removed;
comment on table programme.value is 'Public once adopted. A figure of an indicator over a period, with where it comes from.';

create table programme.meeting (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  held_on date not null,
  name text not null check (name <> ''),
  notes text,
  closed boolean not null default false,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme
);
create index meeting_programme on programme.meeting (municipality, programme_id, held_on desc);
comment on table programme.meeting is 'Desk. A meeting of the steering group.';

create table programme.decision (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  meeting_id integer not null,
  action_id integer,
  text text not null check (text <> ''),
  decided_on date not null,
  milestone_id integer,
  version integer not null default 1,
  removed boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, meeting_id) references programme.meeting,
  foreign key (municipality, action_id) references programme.action,
  foreign key (municipality, milestone_id) references programme.milestone
);
create index decision_meeting on programme.decision (municipality, meeting_id);
create index decision_action on programme.decision (municipality, action_id);
comment on table programme.decision is 'Public once adopted. What the steering group decided; it may have become a milestone.';

create table programme.history (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer,
  subject text not null check (subject in ('programme', 'pillar', 'action', 'money', 'dependency', 'risk', 'served', 'milestone',
    'indicator', 'value', 'meeting', 'decision', 'source', 'ambition')),
  subject_id integer not null,
  action_id integer,
  step text not null check (step ~ '^[a-z]+(-[a-z]+)*$'),
  version integer not null,
  moved_at timestamptz not null,
  moved_on date not null,
  by_role text not null,
  by_name text,
  reason text,
  text text,
  changes jsonb not null default '[]',
  undoes integer,
  primary key (municipality, id),
  unique (municipality, subject, subject_id, version),
  unique (municipality, undoes),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, action_id) references programme.action,
  foreign key (municipality, undoes) references programme.history,
  check ((step = 'undo') = (undoes is not null)),
  check (step <> 'report' or text is not null),
  check (by_name is null or by_role in ('councillor', 'portfolio-holder'))
);
create index history_programme on programme.history (municipality, programme_id, id);
create index history_action on programme.history (municipality, action_id, id);
comment on table programme.history is 'Public once adopted. Every step of everything in a programme, only ever added. Names nobody but members of the college.';
comment on column programme.history.version is 'The version of its subject that the step made.';
comment on column programme.history.text is 'Of a progress report: one line.';
comment on column programme.history.changes is 'Fields that changed: [{ field, from, to }].';

create table programme.history_detail (
  municipality text not null,
  history_id integer not null,
  actor_id text,
  actor_name text not null,
  before jsonb,
  primary key (municipality, history_id),
  foreign key (municipality, history_id) references programme.history
);
comment on table programme.history_detail is 'Desk. Who took a step, and the row as it was before it: what an undo puts back and a late change is merged with.';

create table programme.evidence (
  municipality text not null,
  history_id integer not null,
  position integer not null,
  programme_id integer not null,
  kind text not null check (kind in ('passage', 'document', 'decision')),
  document_id integer,
  at jsonb,
  quotation text,
  decision_id integer,
  primary key (municipality, history_id, position),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, history_id) references programme.history,
  foreign key (municipality, document_id) references council.published_document,
  foreign key (municipality, decision_id) references programme.decision,
  check ((kind = 'passage') = (at is not null)),
  check ((kind = 'passage') = (quotation is not null)),
  check ((kind in ('passage', 'document')) = (document_id is not null)),
  check ((kind = 'decision') = (decision_id is not null))
);
create index evidence_programme on programme.evidence (municipality, programme_id);
create index evidence_document on programme.evidence (municipality, document_id);
comment on table programme.evidence is 'Public once adopted. What shows that a step is true: a passage, a document, a decision of the steering group. Taken back when its step is undone.';

create table programme.attachment (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  history_id integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, history_id) references programme.history
);
create index attachment_history on programme.attachment (municipality, history_id);
comment on table programme.attachment is 'Desk. A file that came with a progress report, such as a photograph: never public, since it may show persons.';

create table programme.edition (
  municipality text not null,
  programme_id integer not null,
  number integer not null,
  kind text not null check (kind in ('adopted', 'amended')),
  decided_on date not null,
  body text not null check (body in ('college', 'council')),
  document_id integer,
  reason text,
  content jsonb not null,
  kept_at timestamptz not null,
  primary key (municipality, programme_id, number),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, document_id) references council.published_document,
  check (kind = 'adopted' or reason is not null)
);
comment on table programme.edition is 'Public. The programme as it was adopted or amended, whole, so that it stays readable; never changed.';
comment on column programme.edition.content is 'Pillars, actions, milestones, money and indicators as they were.';

grant usage on schema programme to schakel_desk, schakel_public;

create function programme.is_adopted(of_municipality text, of_programme integer) returns boolean
  language sql stable parallel safe
  return exists (
    select from programme.programme
    where municipality = of_municipality and id = of_programme and adopted_on is not null);
comment on function programme.is_adopted(text, integer) is 'Whether visitors may read this programme.';
revoke all on function programme.is_adopted(text, integer) from public;
grant execute on function programme.is_adopted(text, integer) to schakel_desk, schakel_public;

do $$
declare
  t text;
  fixed constant text[] := array['history', 'history_detail', 'evidence', 'attachment', 'edition', 'series'];
  confidential constant text[] := array['action_owner', 'history_detail', 'attachment', 'series', 'meeting'];
  of_municipality constant text[] := array['source', 'ambition'];
begin
  for t in select tablename from pg_tables where schemaname = 'programme' loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('alter table programme.%I force row level security', t);
    execute format('grant select, insert on programme.%I to schakel_desk', t);
    if not t = any (fixed) then
      execute format('grant update on programme.%I to schakel_desk', t);
    end if;
    execute format(
      'create policy desk on programme.%I to schakel_desk using (municipality = nullif(current_setting(''schakel.municipality'', true), '''')) with check (municipality = nullif(current_setting(''schakel.municipality'', true), ''''))',
      t);
    continue when t = any (confidential);
    execute format('grant select on programme.%I to schakel_public', t);
    if t = any (of_municipality) then
      execute format('create policy visitor on programme.%I for select to schakel_public using (not removed)', t);
    elsif t = 'programme' then
      execute 'create policy visitor on programme.programme for select to schakel_public using (adopted_on is not null and not removed)';
    else
      execute format(
        'create policy visitor on programme.%1$I for select to schakel_public using (programme.is_adopted(municipality, programme_id))', t);
    end if;
    if t in ('evidence', 'value', 'edition') then
      execute format(
        'create policy of_published on programme.%I as restrictive for select to schakel_public using (document_id is null or council.is_published(municipality, document_id))',
        t);
    end if;
  end loop;
end
$$;

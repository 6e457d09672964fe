-- The life of a request: matters, settlement proposals with their evidence, objections, decisions, and how commitments fare.
-- Who did what by name is in tables of its own that no visitor reads; public rows name only councillors and members of the college.

create table council.matter (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  request_id integer not null,
  part_id integer,
  state text not null default 'open' check (state in ('open', 'in-progress', 'proposed', 'settled', 'reopened')),
  outcome text check (outcome in ('carried-out', 'partly', 'not', 'absorbed', 'transferred', 'overtaken', 'announced')),
  decision_id integer,
  proposal_id integer,
  held boolean not null default false,
  portfolio_holder_id integer,
  term_source text not null check (term_source in ('text', 'standard', 'agreed', 'none-agreed')),
  term_text text,
  term_not_before date,
  term_not_after date,
  term_basis text,
  version integer not null default 1,
  primary key (municipality, id),
  unique nulls not distinct (municipality, request_id, part_id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, request_id) references council.request,
  foreign key (municipality, part_id) references council.request_part,
  foreign key (municipality, portfolio_holder_id) references council.person,
  check ((state = 'settled') = (decision_id is not null)),
  check ((state = 'settled') = (outcome is not null)),
  check ((state = 'proposed') = (proposal_id is not null)),
  check (not held or state = 'proposed'),
  check (term_source <> 'none-agreed' or (term_not_before is null and term_not_after is null))
);
create index matter_motion on council.matter (municipality, motion_id);
create index matter_running on council.matter (municipality, term_not_after) where state <> 'settled';
comment on table council.matter is 'Public. What is followed to a settlement: a request without parts, or one part of a request, of an adopted motion.';
comment on column council.matter.decision_id is 'The decision that a settled matter rests on.';
comment on column council.matter.proposal_id is 'The proposal that waits for a decision.';
comment on column council.matter.term_not_after is 'Empty when no day was agreed, or the words cannot be dated; never invented.';
comment on column council.matter.term_basis is 'The rule behind a standard term.';
comment on column council.matter.version is 'Counts steps; a step on an older version is refused.';

create table council.matter_official (
  municipality text not null,
  matter_id integer not null,
  account_id text,
  name text,
  primary key (municipality, matter_id),
  foreign key (municipality, matter_id) references council.matter,
  check (account_id is null or name is not null)
);
create index matter_official_account on council.matter_official (municipality, account_id);
comment on table council.matter_official is 'Desk. The civil servant who works on a matter: never public. Empty name: nobody.';

create table council.matter_history (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  matter_id integer not null,
  step text not null check (step in ('register', 'start', 'assign', 'agree-term', 'note-progress', 'propose',
    'withdraw-proposal', 'object', 'hold', 'accept', 'reject', 'reopen', 'correct', 'undo')),
  from_state text not null,
  to_state text not null,
  moved_at timestamptz not null,
  moved_on date not null,
  by_role text not null,
  by_name text,
  cause text check (cause in ('commitment-missed', 'new-evidence', 'changed-decision', 'by-hand')),
  reason text,
  outcome text,
  commitment_id integer,
  document_id integer,
  at jsonb,
  undoes integer,
  primary key (municipality, id),
  unique (municipality, undoes),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, matter_id) references council.matter,
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, undoes) references council.matter_history,
  check ((step = 'undo') = (undoes is not null)),
  check ((step = 'reopen') = (cause is not null)),
  check (by_name is null or by_role in ('councillor', 'portfolio-holder'))
);
create index matter_history_matter on council.matter_history (municipality, matter_id, id);
create index matter_history_motion on council.matter_history (municipality, motion_id);
comment on table council.matter_history is 'Public. Every step of a matter, only ever added. Names nobody but councillors and members of the college.';
comment on column council.matter_history.moved_on is 'The day it counts from, which may be earlier than when it was entered.';
comment on column council.matter_history.by_role is 'Role of whoever did it, or program.';
comment on column council.matter_history.reason is 'Public: shown with the step.';
comment on column council.matter_history.undoes is 'The step that this one takes back; both stay.';

create table council.matter_history_detail (
  municipality text not null,
  history_id integer not null,
  actor_id text,
  actor_name text not null,
  before jsonb not null,
  primary key (municipality, history_id),
  foreign key (municipality, history_id) references council.matter_history
);
comment on table council.matter_history_detail is 'Desk. Who took a step, and how the matter was before it; what an undo puts back.';

create table council.settlement_proposal (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  matter_id integer not null,
  history_id integer not null,
  state text not null check (state in ('proposed', 'objected', 'held', 'decided', 'withdrawn')),
  outcome text not null check (outcome in ('carried-out', 'partly', 'not', 'absorbed', 'transferred', 'overtaken', 'announced')),
  explanation text,
  proposed_on date not null,
  objection_until date,
  origin text not null check (origin in ('own', 'imported')),
  primary key (municipality, id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, matter_id) references council.matter,
  foreign key (municipality, history_id) references council.matter_history
);
create index settlement_proposal_matter on council.settlement_proposal (municipality, matter_id);
create index settlement_proposal_motion on council.settlement_proposal (municipality, motion_id);
create unique index settlement_proposal_running on council.settlement_proposal (municipality, matter_id)
  where state in ('proposed', 'objected', 'held');
comment on table council.settlement_proposal is 'Public. An outcome proposed for one matter; the decision is apart from it.';
comment on column council.settlement_proposal.history_id is 'Its step; whoever took that step never decides.';
comment on column council.settlement_proposal.objection_until is 'Last day for submitters, by the settings of the day of the proposal; empty when nobody may object.';
comment on column council.settlement_proposal.origin is 'imported: from an old register, whose evidence may be unknown.';

create table council.settlement_evidence (
  municipality text not null,
  motion_id integer not null,
  proposal_id integer not null,
  position integer not null,
  kind text not null,
  document_id integer,
  at jsonb,
  quotation text,
  primary key (municipality, proposal_id, position),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, proposal_id) references council.settlement_proposal,
  foreign key (municipality, document_id) references council.published_document,
  check (kind <> 'passage' or (document_id is not null and at is not null and quotation is not null))
);
create index settlement_evidence_motion on council.settlement_evidence (municipality, motion_id);
create index settlement_evidence_document on council.settlement_evidence (municipality, document_id);
comment on table council.settlement_evidence is 'Public. What a proposal rests on; the kinds are an open list in src/council/life/evidence.ts.';
comment on column council.settlement_evidence.quotation is 'Redacted words of the document, as they were when proposed.';

create table council.settlement_commitment (
  municipality text not null,
  motion_id integer not null,
  proposal_id integer not null,
  commitment_id integer not null,
  primary key (municipality, proposal_id, commitment_id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, proposal_id) references council.settlement_proposal,
  foreign key (municipality, commitment_id) references council.commitment
);
create index settlement_commitment_commitment on council.settlement_commitment (municipality, commitment_id);
comment on table council.settlement_commitment is 'Public. Commitments that carry a proposal; missing one reopens what was settled on it.';

create table council.settlement_objection (
  municipality text not null,
  motion_id integer not null,
  proposal_id integer not null,
  history_id integer not null,
  submitter_position integer not null,
  objected_on date not null,
  reason text not null check (reason <> ''),
  primary key (municipality, history_id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, proposal_id) references council.settlement_proposal,
  foreign key (municipality, history_id) references council.matter_history,
  foreign key (municipality, motion_id, submitter_position) references council.motion_submitter
);
create index settlement_objection_proposal on council.settlement_objection (municipality, proposal_id);
comment on table council.settlement_objection is 'Public. A submitter does not agree with a proposal. Taken back when its step is undone.';

create table council.settlement_decision (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  matter_id integer not null,
  proposal_id integer not null,
  verdict text not null check (verdict in ('accept', 'reject')),
  outcome text check (outcome in ('carried-out', 'partly', 'not', 'absorbed', 'transferred', 'overtaken', 'announced')),
  body text not null check (body in ('college', 'council')),
  decided_on date not null,
  meeting_id integer,
  reason text,
  corrects integer,
  primary key (municipality, id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, matter_id) references council.matter,
  foreign key (municipality, proposal_id) references council.settlement_proposal,
  foreign key (municipality, meeting_id) references council.meeting,
  foreign key (municipality, corrects) references council.settlement_decision,
  check ((verdict = 'accept') = (outcome is not null)),
  check (outcome is distinct from 'announced' or reason is not null),
  check (corrects is null or reason is not null)
);
create index settlement_decision_matter on council.settlement_decision (municipality, matter_id);
create index settlement_decision_motion on council.settlement_decision (municipality, motion_id);
create index settlement_decision_proposal on council.settlement_decision (municipality, proposal_id);
comment on table council.settlement_decision is 'Public. What the deciding body made of a proposal; only ever added.';
comment on column council.settlement_decision.reason is 'Public; required where a matter is settled on an announcement alone.';
comment on column council.settlement_decision.corrects is 'The earlier decision that this one replaces.';

alter table council.matter
  add foreign key (municipality, proposal_id) references council.settlement_proposal,
  add foreign key (municipality, decision_id) references council.settlement_decision;

alter table council.commitment
  add column state text not null default 'open' check (state in ('open', 'late', 'partly-kept', 'kept', 'lapsed')),
  add column check_on date,
  add column check_source text check (check_source in ('ours', 'clerk', 'none-agreed')),
  add column extended_to date,
  add column missed_on date,
  add column version integer not null default 1,
  add check ((check_on is not null) = (check_source in ('ours', 'clerk') and check_source is not null)),
  add check (state <> 'late' or missed_on is not null);
create index commitment_waiting on council.commitment (municipality, coalesce(extended_to, due_not_after, check_on))
  where state = 'open';
comment on column council.commitment.check_on is 'When we look whether it was kept; ours, never the letter''s.';
comment on column council.commitment.check_source is 'ours: first day plus the municipality''s term; clerk: picked; none-agreed: deliberately without; empty: not settled yet.';
comment on column council.commitment.extended_to is 'The newest day that an extension gave; all of them are in commitment_extension.';
comment on column council.commitment.missed_on is 'The first of its days that passed while it was open; stays when it is kept later.';

create table council.commitment_history (
  municipality text not null,
  id integer generated always as identity,
  commitment_id integer not null,
  step text not null check (step in ('register', 'set-check-date', 'keep', 'keep-partly', 'miss', 'lapse', 'extend', 'relate', 'undo')),
  from_state text not null,
  to_state text not null,
  moved_at timestamptz not null,
  moved_on date not null,
  by_role text not null,
  by_name text,
  reason text,
  undoes integer,
  primary key (municipality, id),
  unique (municipality, undoes),
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, undoes) references council.commitment_history,
  check ((step = 'undo') = (undoes is not null)),
  check (by_name is null or by_role in ('councillor', 'portfolio-holder'))
);
create index commitment_history_commitment on council.commitment_history (municipality, commitment_id, id);
comment on table council.commitment_history is 'Public. Every step of a commitment, only ever added. Names nobody but councillors and members of the college.';

create table council.commitment_history_detail (
  municipality text not null,
  history_id integer not null,
  actor_id text,
  actor_name text not null,
  before jsonb not null,
  primary key (municipality, history_id),
  foreign key (municipality, history_id) references council.commitment_history
);
comment on table council.commitment_history_detail is 'Desk. Who took a step, and how the commitment was before it; what an undo puts back.';

create table council.commitment_extension (
  municipality text not null,
  commitment_id integer not null,
  history_id integer not null,
  old_day date,
  new_day date not null,
  reason text not null check (reason <> ''),
  document_id integer,
  at jsonb,
  primary key (municipality, history_id),
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, history_id) references council.commitment_history,
  foreign key (municipality, document_id) references council.published_document,
  check (new_day > old_day)
);
create index commitment_extension_commitment on council.commitment_extension (municipality, commitment_id);
comment on table council.commitment_extension is 'Public. A later day for a commitment, with the old one kept. Taken back when its step is undone.';

create table council.commitment_evidence (
  municipality text not null,
  commitment_id integer not null,
  history_id integer not null,
  position integer not null,
  kind text not null,
  document_id integer,
  at jsonb,
  quotation text,
  primary key (municipality, history_id, position),
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, history_id) references council.commitment_history,
  foreign key (municipality, document_id) references council.published_document,
  check (kind <> 'passage' or (document_id is not null and at is not null and quotation is not null))
);
create index commitment_evidence_commitment on council.commitment_evidence (municipality, commitment_id);
comment on table council.commitment_evidence is 'Public. By what a commitment was kept, wholly or partly. Taken back when its step is undone.';

create table council.commitment_relation (
  municipality text not null,
  commitment_id integer not null,
  history_id integer not null,
  kind text not null check (kind in ('repeats', 'amends', 'replaces', 'replaces-motion')),
  other_id integer,
  motion_id integer,
  primary key (municipality, history_id),
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, history_id) references council.commitment_history,
  foreign key (municipality, other_id) references council.commitment,
  foreign key (municipality, motion_id) references council.motion,
  check ((kind = 'replaces-motion') = (motion_id is not null)),
  check ((kind = 'replaces-motion') = (other_id is null)),
  check (other_id <> commitment_id)
);
create index commitment_relation_commitment on council.commitment_relation (municipality, commitment_id);
create index commitment_relation_other on council.commitment_relation (municipality, other_id);
create index commitment_relation_motion on council.commitment_relation (municipality, motion_id);
comment on table council.commitment_relation is 'Public. A commitment repeats, amends or replaces another, or replaces a withdrawn motion. Taken back when its step is undone.';

create view council.standing_relation with (security_invoker = true) as
  select relation.* from council.commitment_relation relation
  where not exists (
    select from council.commitment_history undo
    where undo.municipality = relation.municipality and undo.undoes = relation.history_id);
comment on view council.standing_relation is 'Public. Relations between commitments that were not taken back.';
grant select on council.standing_relation to schakel_desk, schakel_public;

create table council.person_account (
  municipality text not null,
  account_id text not null,
  person_id integer not null,
  primary key (municipality, account_id),
  foreign key (municipality, person_id) references council.person
);
create index person_account_person on council.person_account (municipality, person_id);
comment on table council.person_account is 'Desk. Which councillor or member of the college someone who signs in is.';

create function council.is_published(of_municipality text, of_document integer) returns boolean
  language sql stable parallel safe
  return exists (
    select from council.published_document
    where municipality = of_municipality and document_id = of_document and published_at is not null);
comment on function council.is_published(text, integer) is 'Whether visitors may read this document.';
revoke all on function council.is_published(text, integer) from public;
grant execute on function council.is_published(text, integer) to schakel_desk, schakel_public;

-- What was decided or done is only ever added to; a correction or an undo is a row of its own.
do $$
declare
  t text;
  changing constant text[] := array['matter', 'matter_official', 'settlement_proposal', 'person_account'];
  confidential constant text[] := array['matter_official', 'matter_history_detail', 'commitment_history_detail', 'person_account'];
  of_motion constant text[] := array['matter', 'matter_history', 'settlement_proposal', 'settlement_evidence',
    'settlement_commitment', 'settlement_objection', 'settlement_decision'];
  of_commitment constant text[] := array['commitment_history', 'commitment_extension', 'commitment_evidence', 'commitment_relation'];
begin
  foreach t in array confidential || of_motion || of_commitment loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert on council.%I to schakel_desk', t);
    if t = any (changing) then
      execute format('grant update on council.%I to schakel_desk', t);
    end if;
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
    continue when t = any (confidential);
    execute format('grant select on council.%I to schakel_public', t);
    if t = any (of_motion) then
      execute format(
        'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.motion m where m.municipality = %1$I.municipality and m.id = %1$I.motion_id and m.published_at is not null))',
        t);
    else
      execute format(
        'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.commitment c where c.municipality = %1$I.municipality and c.id = %1$I.commitment_id and c.published_at is not null))',
        t);
    end if;
    if t in ('settlement_evidence', 'commitment_evidence') then
      execute format(
        'create policy of_published on council.%1$I as restrictive for select to schakel_public using (document_id is null or council.is_published(municipality, document_id))',
        t);
    end if;
  end loop;
end
$$;

-- The register shows how the life of a request stands: decisions outrank what letters claim.

alter table council.register_entry
  drop constraint register_entry_status_check,
  add constraint register_entry_status_check check (status in (
    'open', 'in-progress', 'claimed-settled', 'claimed-partly', 'claimed-not', 'proposed', 'reopened', 'partly-settled',
    'settled-carried-out', 'settled-partly', 'settled-not', 'settled-absorbed', 'settled-transferred', 'settled-overtaken',
    'settled-announced', 'settled-mixed', 'held', 'not-adopted', 'unknown')),
  add column status_on date,
  add column matters integer not null default 0,
  add column settled integer not null default 0,
  add column evidence_unknown boolean not null default false,
  add column term_due date,
  add column commitment_due date,
  add check (settled between 0 and matters);
comment on column council.register_entry.status_on is 'Day of the claim, proposal, decision or reopening behind the status; empty when nothing happened yet.';
comment on column council.register_entry.matters is 'What is followed of it.';
comment on column council.register_entry.settled is 'How many of its matters the deciding body settled.';
comment on column council.register_entry.evidence_unknown is 'Something is settled on evidence that nobody knows, taken from an old register.';
comment on column council.register_entry.term_due is 'Earliest term of what is not settled; empty when none has a day.';
comment on column council.register_entry.commitment_due is 'Earliest day by which one of its running commitments counts; empty when none has a day.';

-- The owner of a database that came from elsewhere is under its policies too, and these rows are of every municipality.
alter table council.register_entry no force row level security;
alter table council.matter no force row level security;
alter table council.matter_history no force row level security;
alter table council.settlement_decision no force row level security;
alter table council.settlement_evidence no force row level security;
alter table council.commitment no force row level security;
alter table council.commitment_motion no force row level security;

with of_motion as (
  select matter.municipality, matter.motion_id, count(*) as matters,
    count(*) filter (where matter.state = 'settled') as settled,
    count(distinct matter.outcome) as outcomes,
    min(matter.outcome) as outcome,
    bool_or(matter.state = 'reopened') as reopened,
    bool_or(matter.state = 'proposed') as proposed,
    bool_or(matter.state = 'in-progress') as started,
    min(matter.term_not_after) filter (where matter.state <> 'settled') as term_due,
    max(step.moved_on) filter (where matter.state = 'reopened') as reopened_on,
    max(step.moved_on) filter (where matter.state = 'proposed') as proposed_on,
    max(step.moved_on) filter (where matter.state = 'settled') as settled_on,
    max(step.moved_on) filter (where matter.state = 'in-progress') as started_on
  from council.matter matter
  left join lateral (
    select max(history.moved_on) as moved_on
    from council.matter_history history
    where history.municipality = matter.municipality and history.matter_id = matter.id
      and history.step in ('start', 'propose', 'withdraw-proposal', 'accept', 'reject', 'reopen', 'correct')
      and not exists (
        select from council.matter_history undo
        where undo.municipality = history.municipality and undo.undoes = history.id)
  ) step on true
  group by matter.municipality, matter.motion_id
), standing as (
  select entry.municipality, entry.motion_id, of_motion.matters, of_motion.settled, of_motion.term_due,
    case
      when reopened then 'reopened'
      when proposed then 'proposed'
      when of_motion.settled = of_motion.matters and outcomes = 1 then 'settled-' || of_motion.outcome
      when of_motion.settled = of_motion.matters then 'settled-mixed'
      when of_motion.settled > 0 then 'partly-settled'
      when started and entry.status = 'open' then 'in-progress'
    end as status,
    case
      when reopened then reopened_on
      when proposed then proposed_on
      when of_motion.settled > 0 then settled_on
      when started and entry.status = 'open' then started_on
    end as status_on
  from council.register_entry entry
  join of_motion using (municipality, motion_id)
  where entry.outcome in ('adopted', 'taken-over', 'unknown')
)
update council.register_entry entry
set matters = standing.matters,
  settled = standing.settled,
  term_due = standing.term_due,
  status = coalesce(standing.status, entry.status),
  status_on = coalesce(standing.status_on, entry.answered_on),
  basis = case when standing.status is null then entry.basis end,
  facets = case when standing.status is null then entry.facets
    else standing.status || substr(entry.facets, strpos(entry.facets, '|')) end
from standing
where standing.municipality = entry.municipality and standing.motion_id = entry.motion_id;

update council.register_entry entry
set status_on = entry.answered_on
where entry.status_on is null and (entry.status = 'in-progress' or entry.status like 'claimed-%');

update council.register_entry entry
set evidence_unknown = true
where exists (
  select from council.matter matter
  join council.settlement_decision decision
    on decision.municipality = matter.municipality and decision.id = matter.decision_id
  join council.settlement_evidence evidence
    on evidence.municipality = decision.municipality and evidence.proposal_id = decision.proposal_id
  where matter.municipality = entry.municipality and matter.motion_id = entry.motion_id and evidence.kind = 'unknown');

update council.register_entry entry
set commitment_due = running.due
from (
  select link.municipality, link.motion_id,
    min(coalesce(commitment.extended_to, commitment.due_not_after, commitment.check_on)) as due
  from council.commitment_motion link
  join council.commitment commitment
    on commitment.municipality = link.municipality and commitment.id = link.commitment_id
  where commitment.state in ('open', 'late') and commitment.published_at is not null
  group by link.municipality, link.motion_id
) running
where running.municipality = entry.municipality and running.motion_id = entry.motion_id;

alter table council.register_entry force row level security;
alter table council.matter force row level security;
alter table council.matter_history force row level security;
alter table council.settlement_decision force row level security;
alter table council.settlement_evidence force row level security;
alter table council.commitment force row level security;
alter table council.commitment_motion force row level security;

-- Commitments are listed with those that run first, by the day by which they count now.
drop index council.commitment_due;
create index commitment_due on council.commitment (
  municipality, (state in ('partly-kept', 'kept', 'lapsed')), coalesce(extended_to, due_not_after, check_on, due_not_before),
  made_on desc, id desc);

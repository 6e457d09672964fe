-- What the action programme does is evidence for what the council asked: a milestone that was reached, or a report of an action. What
-- falls away later (a letter that is withdrawn, a milestone or report that is taken back) is seen in one place.

do $$
declare
  t text;
begin
  foreach t in array array['settlement_evidence', 'commitment_evidence'] loop
    execute format(
      'alter table council.%1$I
        add column milestone_id integer,
        add column report_id integer,
        add column source jsonb,
        add foreign key (municipality, milestone_id) references programme.milestone,
        add foreign key (municipality, report_id) references programme.history,
        add check ((kind = ''milestone'') = (milestone_id is not null)),
        add check ((kind = ''action-report'') = (report_id is not null)),
        add check ((kind in (''milestone'', ''action-report'')) = (source is not null)),
        add check (source is null or quotation is not null)', t);
    execute format('create index %1$s_milestone on council.%1$I (municipality, milestone_id) where milestone_id is not null', t);
    execute format('create index %1$s_report on council.%1$I (municipality, report_id) where report_id is not null', t);
    execute format('comment on column council.%I.milestone_id is ''A milestone that was reached.''', t);
    execute format('comment on column council.%I.report_id is ''The step by which progress of an action was reported.''', t);
    execute format(
      'comment on column council.%I.source is ''Of a milestone or report: programme, action, day, and its own evidence, as they were; its words are the quotation.''', t);
  end loop;
end
$$;
create index commitment_evidence_document on council.commitment_evidence (municipality, document_id);

create view council.withdrawn_document with (security_invoker = true) as
  select letter.municipality, letter.document_id, letter.withdrawn_on as moved_on, step.reason
  from council.letter letter
  join council.letter_withdrawal step on step.municipality = letter.municipality and step.letter_id = letter.id
  where letter.withdrawn_on is not null and step.step = 'withdraw' and not exists (
    select from council.letter_withdrawal later
    where later.municipality = step.municipality and later.letter_id = step.letter_id and later.id > step.id);
comment on view council.withdrawn_document is 'Public. Letters that the college took back, with the day and the reason.';

create view council.fallen_step with (security_invoker = true) as
  -- Its own evidence was taken back: a letter, or a decision of the steering group.
  select evidence.municipality, evidence.history_id, 'own-evidence' as cause, document.moved_on, document.reason
  from programme.evidence evidence
  join council.withdrawn_document document
    on document.municipality = evidence.municipality and document.document_id = evidence.document_id
  union all
  select evidence.municipality, evidence.history_id, 'own-evidence', step.moved_on, step.reason
  from programme.evidence evidence
  join programme.decision decision
    on decision.municipality = evidence.municipality and decision.id = evidence.decision_id and decision.removed
  join programme.history step
    on step.municipality = decision.municipality and step.programme_id = decision.programme_id
      and step.subject = 'decision' and step.subject_id = decision.id and step.version = decision.version;
comment on view council.fallen_step is 'Public. Steps of a programme whose own evidence no longer stands.';

create view council.fallen_milestone with (security_invoker = true) as
  -- It is not reached any more, or gone; its last step says since when.
  select milestone.municipality, milestone.id as milestone_id, 'taken-back' as cause, step.moved_on, step.reason
  from programme.milestone milestone
  join programme.history step
    on step.municipality = milestone.municipality and step.action_id = milestone.action_id
      and step.subject = 'milestone' and step.subject_id = milestone.id and step.version = milestone.version
  where milestone.state <> 'reached' or milestone.removed
  union all
  select milestone.municipality, milestone.id, 'taken-back', step.moved_on, step.reason
  from programme.milestone milestone
  join programme.action action
    on action.municipality = milestone.municipality and action.id = milestone.action_id and action.removed
  join programme.history step
    on step.municipality = action.municipality and step.action_id = action.id
      and step.subject = 'action' and step.subject_id = action.id and step.version = action.version
  union all
  select milestone.municipality, milestone.id, fallen.cause, fallen.moved_on, fallen.reason
  from programme.milestone milestone
  join programme.history reached
    on reached.municipality = milestone.municipality and reached.action_id = milestone.action_id
      and reached.subject = 'milestone' and reached.subject_id = milestone.id and reached.step = 'reach'
  join council.fallen_step fallen on fallen.municipality = reached.municipality and fallen.history_id = reached.id
  where milestone.state = 'reached' and not milestone.removed and not exists (
    select from programme.history undo where undo.municipality = reached.municipality and undo.undoes = reached.id);
comment on view council.fallen_milestone is 'Public. Milestones on which nothing can rest any more: taken back, or reached on evidence that was taken back.';

create view council.fallen_report with (security_invoker = true) as
  select undo.municipality, undo.undoes as report_id, 'taken-back' as cause, undo.moved_on, undo.reason
  from programme.history undo
  where undo.undoes is not null
  union all
  select fallen.municipality, fallen.history_id, fallen.cause, fallen.moved_on, fallen.reason
  from council.fallen_step fallen
  where not exists (
    select from programme.history undo where undo.municipality = fallen.municipality and undo.undoes = fallen.history_id);
comment on view council.fallen_report is 'Public. Reports of actions that were taken back, or whose own evidence was. By the step that reported.';

create index history_undoes on programme.history (municipality, undoes) where undoes is not null;

do $$
declare
  t text;
  owner text;
begin
  foreach t in array array['settlement', 'commitment'] loop
    owner := case t when 'settlement' then 'proposal_id' else 'history_id' end;
    execute format(
      'create view council.fallen_%1$s_evidence with (security_invoker = true) as
        select evidence.municipality, evidence.%2$I, evidence.position, ''letter'' as cause, document.moved_on, document.reason
        from council.%1$s_evidence evidence
        join council.withdrawn_document document
          on document.municipality = evidence.municipality and document.document_id = evidence.document_id
        union all
        select evidence.municipality, evidence.%2$I, evidence.position, fallen.cause, fallen.moved_on, fallen.reason
        from council.%1$s_evidence evidence
        join council.fallen_milestone fallen
          on fallen.municipality = evidence.municipality and fallen.milestone_id = evidence.milestone_id
        union all
        select evidence.municipality, evidence.%2$I, evidence.position, fallen.cause, fallen.moved_on, fallen.reason
        from council.%1$s_evidence evidence
        join council.fallen_report fallen
          on fallen.municipality = evidence.municipality and fallen.report_id = evidence.report_id',
      t, owner);
    execute format(
      'comment on view council.fallen_%s_evidence is ''Public. Evidence that no longer stands: since when, why, and of a milestone or report whether it was taken back or its own evidence was.''', t);
    execute format('grant select on council.fallen_%s_evidence to schakel_desk, schakel_public', t);
  end loop;
end
$$;
grant select on council.withdrawn_document, council.fallen_step, council.fallen_milestone, council.fallen_report
  to schakel_desk, schakel_public;

-- Whoever decided hears by mail that what it rested on was taken back.
alter table council.mail drop constraint mail_kind_check;
alter table council.mail add constraint mail_kind_check
  check (kind in ('confirm', 'known', 'digest', 'reopened', 'reminder', 'fallen'));

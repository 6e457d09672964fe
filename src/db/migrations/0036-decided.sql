-- What was decided stays. Nobody removes it by the desk's login, who tries is told so, and while a step is taken back it stays as well: the
-- only decisions that go are those that an imported list brought, with that list. Beside it, days of a calendar are found by their order.

create index matter_term on council.matter (municipality, term_not_after, id);

create function council.refuse_removal() returns trigger
  language plpgsql stable as $$
begin
  if not council.taking_back(council.current_municipality()) then
    raise exception 'permission denied: rows of council.% are only ever added', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
comment on function council.refuse_removal() is 'Rows go only while a set of changes is taken back.';

-- Stable: it sees the rows as they were before the statement, so that a step and its undoing may go together.
create function council.keep_decided() returns trigger
  language plpgsql stable as $$
declare
  decided boolean;
begin
  if tg_table_name = 'settlement_decision' then
    decided := old.corrects is not null or not exists (
      select from council.settlement_proposal p
      where p.municipality = old.municipality and p.id = old.proposal_id and p.origin = 'imported');
  elsif tg_table_name = 'settlement_evidence' then
    decided := exists (
      select from council.settlement_decision d
      where d.municipality = old.municipality and d.proposal_id = old.proposal_id);
  elsif tg_table_name = 'matter_history' then
    decided := exists (
      select from council.settlement_decision d
      where d.municipality = old.municipality and d.matter_id = old.matter_id);
  elsif tg_table_name = 'matter_history_detail' then
    decided := exists (
      select from council.matter_history h
      join council.settlement_decision d on d.municipality = h.municipality and d.matter_id = h.matter_id
      where h.municipality = old.municipality and h.id = old.history_id);
  elsif tg_table_name = 'commitment_history' then
    decided := old.step in ('keep', 'keep-partly', 'lapse', 'extend', 'miss') and not exists (
      select from council.commitment_history u
      where u.municipality = old.municipality and u.undoes = old.id);
  else
    decided := exists (
      select from council.commitment_history h
      where h.municipality = old.municipality and h.id = old.history_id
        and h.step in ('keep', 'keep-partly', 'lapse', 'extend', 'miss')
        and not exists (
          select from council.commitment_history u
          where u.municipality = h.municipality and u.undoes = h.id));
  end if;
  if decided then
    raise exception 'permission denied: what was decided in council.% stays', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
comment on function council.keep_decided() is 'Whatever is taken back: decisions of the desk, what they rest on, and the course that led to them stay.';

do $$
declare
  t text;
begin
  foreach t in array array['settlement_proposal', 'settlement_decision', 'settlement_evidence', 'commitment_history',
    'commitment_history_detail'] loop
    execute format(
      'create trigger refuse_removal before delete on council.%I for each statement execute function council.refuse_removal()', t);
  end loop;
  foreach t in array array['settlement_decision', 'settlement_evidence', 'matter_history', 'matter_history_detail', 'commitment_history',
    'commitment_history_detail'] loop
    execute format(
      'create trigger keep_decided before delete on council.%I for each row execute function council.keep_decided()', t);
  end loop;
end
$$;
revoke all on function council.refuse_removal() from public;
revoke all on function council.keep_decided() from public;
grant execute on function council.refuse_removal(), council.keep_decided() to schakel_desk;

-- What an action serves goes with what it serves when two motions are merged, and comes back when the merge is taken back.

do $$
declare
  name text;
begin
  select conname into strict name from pg_constraint where conrelid = 'programme.served'::regclass and contype = 'u';
  execute format('alter table programme.served drop constraint %I', name);
end
$$;
-- Of two rows that say the same since a merge, one is removed.
create unique index served_once on programme.served (municipality, programme_id, action_id, matter_id, commitment_id, ambition_id)
  nulls not distinct where not removed;

create trigger note_change after insert or update or delete on programme.served
  for each row when (nullif(current_setting('schakel.change_set', true), '') is not null)
  execute function council.note_change();
grant delete on programme.served to schakel_desk;
create policy taken_back on programme.served as restrictive for delete to schakel_desk using (council.taking_back(municipality));

-- A matter that moves to another motion, as when two motions are merged: its wish leaves the one before it comes to the other.

drop trigger wish_follows on council.matter;
drop trigger wish_follows on council.register_entry;
drop trigger wish_follows on council.request;
drop trigger wish_follows on council.request_part;
drop function council.wish_follows();

create function council.wish_follows() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (old.municipality, old.motion_id) is distinct from (new.municipality, new.motion_id)) then
    perform council.refresh_wish(old.municipality, old.motion_id);
  end if;
  if tg_op <> 'DELETE' then
    perform council.refresh_wish(new.municipality, new.motion_id);
  end if;
  return null;
end
$$;
comment on function council.wish_follows() is 'Keeps council.wish with what it is derived from.';
revoke all on function council.wish_follows() from public;
grant execute on function council.wish_follows() to schakel_desk;

create trigger wish_follows after insert or update of state, outcome, decision_id, motion_id on council.matter
  for each row execute function council.wish_follows();
create trigger wish_follows after insert or delete or update of year, dated, parties on council.register_entry
  for each row execute function council.wish_follows();
create trigger wish_follows after update of domain on council.request
  for each row execute function council.wish_follows();
create trigger wish_follows after update of domain on council.request_part
  for each row execute function council.wish_follows();

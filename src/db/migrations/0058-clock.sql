-- The time that terms of access are measured with.

alter table meta.installation add column clock_ahead interval not null default '0';
comment on column meta.installation.clock_ahead is 'For tests of a demonstration: how far the clock runs ahead. Only the owner sets it.';
create function meta.clock() returns timestamptz language sql stable security definer set search_path = '' as
$$ select now() + coalesce((select clock_ahead from meta.installation), interval '0') $$;
comment on function meta.clock is 'The time that terms of access are measured with.';

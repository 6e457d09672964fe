-- Of which area an indicator counts: a narrow area can make a count point at a person. A file with figures is kept once.

alter table programme.indicator
  add column area text not null default 'municipality'
    check (area in ('country', 'region', 'municipality', 'district', 'neighbourhood')),
  add column area_name text check (area_name <> '');
comment on column programme.indicator.area is 'How wide the area is that its values are of.';
comment on column programme.indicator.area_name is 'Which area, where it is not the municipality.';

create unique index series_sha256 on programme.series (municipality, sha256);
create index value_document on programme.value (municipality, document_id);
create index value_series on programme.value (municipality, series_id);

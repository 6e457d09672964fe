-- What the steering group notes is for the desk, and so are the steps of its meetings. Files with a report are photographs and PDF files.

create policy of_desk on programme.history as restrictive for select to schakel_public using (subject <> 'meeting');
alter table programme.attachment
  add constraint attachment_media_type check (media_type in ('image/jpeg', 'image/png', 'application/pdf'));
create index evidence_decision on programme.evidence (municipality, decision_id) where decision_id is not null;

-- Module application: how the checks of the face ended, while an authority does not answer. Wider than before, so a server of the last release works on.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind in (
    'DOCUMENT_IMAGE', 'DOCUMENT_QUALITY', 'DOCUMENT_FIELDS', 'DOCUMENT_READING', 'DOCUMENT_FRONT', 'DOCUMENT_BACK', 'CHIP_CHALLENGE',
    'SELFIE_IMAGE', 'SELFIE_QUALITY', 'SELFIE_CHALLENGE', 'FACE_CHECKS'));

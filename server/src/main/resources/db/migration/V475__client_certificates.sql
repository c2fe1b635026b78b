-- Module access: programs that prove themselves by a certificate, and tokens that are bound to one (mutual TLS, RFC 8705).

alter table api_client add column certificate_subject_kind text
    check (certificate_subject_kind in ('SUBJECT_DN', 'SAN_DNS', 'SAN_URI', 'SAN_IP', 'SAN_EMAIL'));
alter table api_client add column certificate_subject text;
alter table api_client add column certificate_thumbprints text;
alter table api_client add column bound_tokens boolean not null default false;
comment on column api_client.certificate_subject is 'What a certificate of a configured authority must say (tls_client_auth).';
comment on column api_client.certificate_thumbprints is 'SHA-256 of certificates in base64url, joined by spaces (self_signed_tls_client_auth).';
comment on column api_client.bound_tokens is 'Whether it gets only tokens that are bound to a certificate, however it proves itself.';

alter table api_client add constraint api_client_certificate check (
    (certificate_subject_kind is null) = (certificate_subject is null)
    and (certificate_subject is null or certificate_thumbprints is null));
alter table api_client drop constraint api_client_proof;
alter table api_client add constraint api_client_proof check (
    secret_hash is not null or key_set is not null or external_id is not null
    or certificate_subject is not null or certificate_thumbprints is not null);

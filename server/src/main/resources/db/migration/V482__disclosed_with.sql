-- Module exposure: with whose token something was asked.

alter table disclosure add column asked_with text not null default 'CLIENT' check (asked_with in ('CLIENT', 'PERSON', 'NETWORK'));
comment on column disclosure.asked_with is 'CLIENT: the asker''s own token and the number; PERSON, NETWORK: one that came by the person''s browser.';

-- Every operator's rows are apart from every other operator's, in the database too (record 34). What a statement sees depends on
-- three settings that the server makes for each transaction: namesake.operator, whose rows; namesake.person, whose lines at
-- several operators; namesake.system, the name of a work that is for all operators. With none of them nothing is seen.

create function seen_operator() returns uuid language sql stable parallel safe
    return nullif(current_setting('namesake.operator', true), '')::uuid;

create function seen_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('namesake.person', true), '')::uuid;

create function seen_by_system() returns boolean language sql stable parallel safe
    return coalesce(current_setting('namesake.system', true), '') <> '';

-- A person's lines of the past are theirs to see as well; the index knew only those of today.
drop index holding_of_holder;
create index holding_of_holder on holding (holder_id);

-- The lines that a person may see: theirs, those of organisations that they stand for, and those that are handed over by or to
-- them. With its owner's rights, since the rule of a line cannot ask the table of holdings, whose own rule asks the lines.
create function seen_lines() returns uuid[] language sql stable security definer
    set namesake.system = 'rule of lines' set search_path = public, pg_temp
    as $$
        with me as (select coalesce(merged_into, id) as id from holder where id = seen_person())
        select coalesce(array_agg(line_id), '{}') from (
            select line_id from holding where holder_id in (
                select id from me union all select holder.id from holder join me on holder.representative_id = me.id)
            union
            select line_id from line_transfer join me on giver_id = me.id
            union
            select line_id from line_transfer join me on receiver_id = me.id) seen
    $$;

-- "offset 0" in the rules keeps each question to a parent one look into its primary key: without it PostgreSQL may read the whole
-- parent into a hash table first, for a few rows of the child.

-- One policy for a table, for reading and writing alike. Later migrations call it for tables of their own:
-- "operator_id" belongs to an operator; "parent.column" goes with the row of a parent table.
create procedure isolate(of_table text, rule text) language plpgsql as $$
begin
    execute format('alter table %I enable row level security', of_table);
    execute format('alter table %I force row level security', of_table);
    execute format('create policy tenancy on %I using ((select seen_by_system()) or %s)', of_table, rule);
end $$;

create procedure isolate_by_operator(of_table text, other_rule text default 'false') language plpgsql as $$
begin
    call isolate(of_table, format('operator_id = (select seen_operator()) or %s', other_rule));
end $$;

create procedure isolate_by_parent(of_table text, own_column text, parent text, parent_column text default 'id') language plpgsql as $$
begin
    call isolate(of_table, format('exists (select from %I parent where parent.%I = %I.%I offset 0)', parent, parent_column, of_table, own_column));
end $$;

call isolate('operator', 'id = (select seen_operator())');

-- What an operator alone has.
do $$
declare own text;
begin
    foreach own in array array[
        'access_server', 'api_client', 'application_decision', 'capture_session', 'idempotency_key', 'line_import',
        'line_reservation', 'operator_api_key', 'operator_event', 'operator_event_number', 'radius_server',
        'remediation_campaign', 'review_case', 'review_skill', 'staff', 'webhook_endpoint'] loop
        call isolate_by_operator(own);
    end loop;
end $$;

-- The log's entries about the installation itself are for every operator to read.
call isolate_by_operator('audit_entry', '(operator_id is null and (select seen_operator()) is not null)');

-- What persons see of it in their own name.
call isolate('line', 'operator_id = (select seen_operator()) or id = any ((select seen_lines())::uuid[])');
call isolate_by_operator('line_port', 'line_id = any ((select seen_lines())::uuid[])');
call isolate_by_operator('line_transfer', '(select seen_person()) in (giver_id, receiver_id)');
call isolate_by_operator('application', 'holder_id = (select seen_person())');
call isolate_by_operator('consent',
    'exists (select from application where application.id = application_id and application.holder_id = (select seen_person()) offset 0)');
call isolate_by_operator('dispute', 'holder_id = (select seen_person())');
call isolate_by_operator('remediation_case', 'line_id = any ((select seen_lines())::uuid[])');
call isolate_by_operator('remediation_notice', 'exists (select from remediation_case where remediation_case.id = case_id offset 0)');
call isolate_by_operator('disclosure_consent', 'holder_id = (select seen_person())');

-- Persons are known across operators: an operator sees those who hold or held a line of its own. Organisations are its own.
call isolate('holding', 'line_id = any ((select seen_lines())::uuid[]) or exists (select from line where line.id = line_id offset 0)');
call isolate('holder', '(kind = ''ORGANISATION'' and operator_id = (select seen_operator()))'
    ' or id = (select seen_person()) or representative_id = (select seen_person())'
    ' or exists (select from holding where holding.holder_id = holder.id offset 0)');
call isolate_by_parent('holder_index', 'holder_id', 'holder');
call isolate('holder_session', 'holder_id = (select seen_person())');
call isolate('passkey', 'holder_id = (select seen_person())');
call isolate('passkey_ceremony', 'holder_id = (select seen_person())');
call isolate('line_ending', 'holder_id = (select seen_person()) or exists (select from line where line.id = line_id offset 0)');

-- What goes with a row of another table.
do $$
declare child text;
begin
    foreach child in array array['capture_attempt', 'capture_challenge', 'capture_link', 'capture_pause', 'evidence',
        'persons_decision', 'wallet_request'] loop
        call isolate_by_parent(child, 'application_id', 'application');
    end loop;
    foreach child in array array['line_access', 'line_equipment', 'line_limit', 'line_user', 'sim_change'] loop
        call isolate_by_parent(child, 'line_id', 'line');
    end loop;
    foreach child in array array['review_look', 'review_opinion', 'review_seed', 'review_seed_evidence'] loop
        call isolate_by_parent(child, 'case_id', 'review_case');
    end loop;
    foreach child in array array['line_import_fault', 'line_import_fault_count'] loop
        call isolate_by_parent(child, 'import_id', 'line_import');
    end loop;
end $$;
call isolate_by_parent('access_notice', 'access_server_id', 'access_server');
call isolate_by_parent('api_client_assertion', 'client_id', 'api_client');
call isolate_by_parent('disclosure', 'consent_id', 'disclosure_consent');
call isolate_by_parent('dispute_hearing', 'id', 'dispute');
call isolate_by_parent('remediation_campaign_line', 'campaign_id', 'remediation_campaign');
call isolate_by_parent('remediation_step', 'case_id', 'remediation_case');
call isolate_by_parent('review_code_failure', 'staff_id', 'staff');
call isolate_by_parent('webhook_attempt', 'delivery_id', 'webhook_delivery');
call isolate_by_parent('webhook_delivery', 'endpoint_id', 'webhook_endpoint');

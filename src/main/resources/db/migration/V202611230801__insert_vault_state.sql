-- Its one row; the first node with a usable key set fills it in.
insert into vault_state (id) values (1);

-- People who leave within a month need their seats no more (optional permission User-LifeCycleInfo.Read.All).
alter table renewal_line add column leavers integer default 0 not null;

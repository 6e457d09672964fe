-- The account of the person whose case it is stands by her trajectory.

alter table gate.account add foreign key (trajectory_id) references reintegration.trajectory;

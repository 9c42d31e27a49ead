# Groups
groups-title = Groups
groups-one = Group
groups-new = New group
groups-edit = Edit the group
groups-close = Close the group
groups-close-what = No periods can be started in a closed group. What is known of the group stays.
groups-none-yet = There are no groups yet. First make a group and add a coach to it.
groups-none-own = You do not coach any group now. A service manager or main user adds coaches to groups.

groups-name = Name
groups-name-help = For example Wood workshop. All workers see the name: do not write anyone’s name in it.
groups-place = Place
groups-coach = Worker
groups-coaches = Coaches
groups-coaches-before = Earlier coaches
groups-no-coach = no coach
groups-no-coach-yet = The group has no coach. Nobody sees clients because of the group.
groups-add-coach = Add a coach
groups-add-coach-help = The coach sees the records of the group’s clients from the first day on.
groups-end-coach = End the coach’s time
groups-end-coach-help = The coach still sees the records of the group’s clients on that day.
groups-first-day = First day
groups-last-day = Last day
groups-members = In the group now
groups-no-members = Nobody is in the group now. A client comes to the group when their period starts.
groups-member-since = since { $date }
groups-state = State
groups-open = open
groups-closed-on = closed { $date }

groups-made = The group is made. Add a coach to it.
groups-saved = The changes to the group are saved.
groups-closed = The group is closed.
groups-coach-added = The coach is added.
groups-coach-ended = The coach’s last day is saved.

groups-conflict = Somebody else changed the group meanwhile. Here is what is stored now; below is what you typed. Save again if yours is right.
groups-name-missing = Write a name for the group.
groups-name-taken = A group of the same name is open already. Give another name.
groups-coach-missing = Choose a worker from the list.
groups-coach-there = The worker already coaches the group on that day.
groups-is-closed = The group is closed, so no coach can be added.
groups-has-members = There are still clients in the group. End their periods first, or move them to another group.
groups-close-ahead = That day is in the future. Close the group when its last day has come.
groups-too-long = The text is too long. Shorten it to 100 characters at most.

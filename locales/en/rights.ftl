# The register's rights and their review.
rights-title = All access rights
rights-none = The register has no rights in force.
rights-worker = Worker
rights-role = Role
rights-holds = Holds
rights-reviewed = Confirmed last
rights-next = Next review by
rights-never = not yet

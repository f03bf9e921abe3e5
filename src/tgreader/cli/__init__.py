"""The shell's side: verbs, arguments, exit statuses. A verb is one module here and one line in `running.VERBS`."""

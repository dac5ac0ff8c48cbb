"""Who is named, and by what words: names, titles, pronouns, groups, places."""

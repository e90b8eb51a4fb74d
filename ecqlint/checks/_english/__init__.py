"""English, as several checks ask for it: words and their forms, who is a person, what measures, who does what."""

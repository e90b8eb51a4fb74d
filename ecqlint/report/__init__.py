"""Reports: functions from outcomes to a text or a renderable. None of them prints."""

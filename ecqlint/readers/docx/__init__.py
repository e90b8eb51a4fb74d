"""Word files (.docx, .docm, .dotx, .dotm, Strict or not), read from their XML."""

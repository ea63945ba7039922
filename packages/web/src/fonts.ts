// Fetched after the first paint: the list of slices is long, and most machines need none of them.
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';

"""What a team deploys: base files, each worker's override, and the environments they run in."""

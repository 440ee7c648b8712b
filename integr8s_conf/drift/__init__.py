"""Where manifests and declarations disagree."""

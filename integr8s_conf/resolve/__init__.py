"""From a request to a resolution: layers in order, values, origins, problems."""

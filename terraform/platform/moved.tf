# Addresses of version 0.1.0. A state that has them is read as if it had the new ones: nothing is deleted or made again.
# These blocks stay for as long as a state of that version may exist.

moved {
  from = google_container_cluster.platform
  to   = google_container_cluster.autopilot[0]
}

moved {
  from = google_compute_network.platform
  to   = google_compute_network.platform[0]
}

moved {
  from = google_compute_subnetwork.nodes
  to   = google_compute_subnetwork.nodes[0]
}

moved {
  from = google_compute_router.platform
  to   = google_compute_router.platform[0]
}

moved {
  from = google_compute_router_nat.platform
  to   = google_compute_router_nat.platform[0]
}

moved {
  from = google_project_iam_member.nodes
  to   = google_project_iam_member.nodes["roles/container.defaultNodeServiceAccount"]
}

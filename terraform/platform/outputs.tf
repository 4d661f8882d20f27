output "cluster" {
  description = "Name and location of the cluster, and the DNS name of its API server, which is null where the cluster is not made here."
  value = {
    name         = local.makes_cluster ? google_container_cluster.autopilot[0].name : var.cluster.existing.name
    location     = local.makes_cluster ? google_container_cluster.autopilot[0].location : var.location
    dns_endpoint = local.makes_cluster ? google_container_cluster.autopilot[0].control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint : null
  }
}

output "node_account" {
  description = "E-mail of the service account of the nodes."
  value       = google_service_account.nodes.email
}

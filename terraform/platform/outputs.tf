output "cluster" {
  description = "Name and place of the cluster, and the DNS name of its API server."
  value = {
    name         = google_container_cluster.platform.name
    location     = google_container_cluster.platform.location
    dns_endpoint = google_container_cluster.platform.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint
  }
}

output "node_account" {
  description = "E-mail of the service account of the nodes."
  value       = google_service_account.nodes.email
}

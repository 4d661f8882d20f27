output "cluster" {
  description = "Name and location of the cluster, and the DNS name of its API server, which is null where the cluster is not made here."
  value = local.makes_cluster ? local.cluster : {
    name         = var.cluster.existing.name
    location     = var.location
    dns_endpoint = null
  }
}

output "node_account" {
  description = "E-mail of the service account of the nodes."
  value       = google_service_account.nodes.email
}

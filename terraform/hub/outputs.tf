output "cluster" {
  description = "The cluster of a hub whose platform is not made here; null for others."
  value       = var.cluster
}

output "address" {
  description = "The reserved address and its name, to which the Ingress refers."
  value = {
    name    = google_compute_global_address.hub.name
    address = google_compute_global_address.hub.address
  }
}

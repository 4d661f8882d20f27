locals {
  makes_cluster   = var.cluster.existing == null
  makes_autopilot = local.makes_cluster && var.cluster.mode == "autopilot"
  makes_standard  = local.makes_cluster && var.cluster.mode == "standard"

  # What others need of the cluster that is made here, of either mode; null where none is.
  cluster = one([
    for cluster in concat(google_container_cluster.autopilot, google_container_cluster.standard) : {
      name         = cluster.name
      location     = cluster.location
      dns_endpoint = cluster.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint
    }
  ])
}
